/**
 * The hub as its users meet it: over HTTP and WebSocket, as EAR on one Payara Server that all
 * classes share, and as whole processes on Payara Micro where a test must kill one.
 */
package org.lightpath.it;

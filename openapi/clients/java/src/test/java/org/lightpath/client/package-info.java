/** Tests of what is written by hand. */
package org.lightpath.client;

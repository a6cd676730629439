/** Tests of how failures look on the wire. */
package org.lightpath.platform.web;

/** Tests of the command line. */
package org.lightpath.launcher.terminal;

/** Tests of the port's owner, on this machine and on invented tables. */
package org.lightpath.launcher.process;

/** Tests of what the server's process is told and of its log. */
package org.lightpath.launcher.micro;

/** Tests of readiness and of the log watch. */
package org.lightpath.launcher.hub;

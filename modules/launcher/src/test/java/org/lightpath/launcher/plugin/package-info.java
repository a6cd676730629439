/** Tests of plugin archives, the good one and the attacks. */
package org.lightpath.launcher.plugin;

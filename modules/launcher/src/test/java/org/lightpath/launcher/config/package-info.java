/** Tests of the table of keys and of the configuration files. */
package org.lightpath.launcher.config;

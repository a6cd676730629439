/** Tests of the configuration folder. */
package org.lightpath.platform.config;

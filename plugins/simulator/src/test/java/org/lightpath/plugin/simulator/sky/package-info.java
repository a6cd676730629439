/** Tests of the sky, against worked examples of the literature. */
package org.lightpath.plugin.simulator.sky;

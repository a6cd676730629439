/** Tests of noise and star images, against their mathematics. */
package org.lightpath.plugin.simulator.sensor;

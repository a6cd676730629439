/** Tests of the device host with plugins compiled on the spot and hardware played by the test. */
package org.lightpath.device.host;

/**
 * What every device plugin has to hold: one contract test per kind of the device SPI, one for
 * providers.
 *
 * <p>A plugin extends the class of its kind in its own tests and says how a driver is made, for
 * example with {@link org.lightpath.test.device.DeviceContexts}; JUnit does the rest. Every test
 * gets a new driver, which is closed afterwards.
 *
 * <p>May use: {@code device-spi}, JUnit, AssertJ. Must not use: anything else of Lightpath, so that
 * authors outside need no more than these.
 */
package org.lightpath.test.device;

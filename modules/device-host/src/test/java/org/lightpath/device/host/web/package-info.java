/** Tests of what the hub shows of plugins and devices. */
package org.lightpath.device.host.web;

/**
 * Tests of the FITS files: their cards against the standard and almanacs, their bytes against
 * fitsverify, funpack and astropy.
 */
package org.lightpath.device.host.fits;

/**
 * Tests of names, headers, pixels and pictures: on real files, on such as CFITSIO's fpack makes,
 * and on damaged ones.
 */
package org.lightpath.archive.image;

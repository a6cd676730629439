/** Tests of what the archive's routes read and write. */
package org.lightpath.archive.web;

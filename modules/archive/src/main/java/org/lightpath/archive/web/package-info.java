/**
 * Routes of the archive: image queries and uploads under {@code /api}, bytes under {@code
 * /objects}.
 */
package org.lightpath.archive.web;

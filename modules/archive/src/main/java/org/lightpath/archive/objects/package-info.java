/**
 * The object store on the hub's own disk, and the signed links by which its objects are read and
 * written.
 */
package org.lightpath.archive.objects;

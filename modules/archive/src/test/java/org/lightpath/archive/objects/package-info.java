/** Tests of the object store on a real file system. */
package org.lightpath.archive.objects;

/** Tests of the JSON reader and writer. */
package org.lightpath.launcher.json;

/** Tests of the lock, with real processes. */
package org.lightpath.launcher.lock;

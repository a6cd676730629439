/** Acts, the chain that they form, and who waits for whom. */
package org.lightpath.platform.audit;

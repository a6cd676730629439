/** The application that {@link org.lightpath.bench.RequestCost} compares the hub with. */
package org.lightpath.bench.bare;

/** Tests of the simulated devices: the contract of each kind, their frames, motions and faults. */
package org.lightpath.plugin.simulator;

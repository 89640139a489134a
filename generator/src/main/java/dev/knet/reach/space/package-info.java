/** What connections are measured by: ports and addresses, as sets that are exact and finite. */
@NullMarked
package dev.knet.reach.space;

import org.jspecify.annotations.NullMarked;

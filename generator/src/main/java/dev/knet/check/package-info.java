/** What is wrong with a topology that was understood: one class for each rule, and nothing that changes anything. */
@NullMarked
package dev.knet.check;

import org.jspecify.annotations.NullMarked;

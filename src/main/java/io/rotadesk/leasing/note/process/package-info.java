/** The fields of a note in the forms of calls and visits. */
package io.rotadesk.leasing.note.process;

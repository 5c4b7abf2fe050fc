/** Messages to petitioners who agreed to them: that a matter was registered, accepted, extended, answered, and nothing of what it is about. */
package io.rotadesk.petition.message;

/**
 * The door for Asterisk and FreePBX: a FastAGI server that a dialplan asks where a call rings next (docs/phone-systems.md).
 * Its interface is a protocol over TCP, not Java.
 */
package io.rotadesk.web.api.agi;

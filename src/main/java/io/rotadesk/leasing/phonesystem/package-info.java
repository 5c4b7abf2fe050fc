/**
 * Phone systems that cannot speak our API: what they send is brought into it. Each {@link
 * io.rotadesk.leasing.phonesystem.PhoneAdapter} is a pure mapping; {@link io.rotadesk.leasing.phonesystem.PhoneSystems} is the entry
 * point and keeps what each system sent lately.
 */
package io.rotadesk.leasing.phonesystem;

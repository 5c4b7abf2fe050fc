-- People of one firm call from several extensions of its switchboard; the number is the same.
alter table customer_phone add column extensions text[] not null default '{}';
comment on column customer_phone.extensions is 'The extensions behind the number from which the customer called, or which they gave.';

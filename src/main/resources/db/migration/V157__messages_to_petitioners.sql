-- When and before whom the petitioner agreed to be sent messages; both null if they did not, or do not any more.
alter table matter add column messages_agreed_at timestamptz;
alter table matter add column messages_agreed_by text;

-- The last digits of a petitioner's number; null for a message to staff. The number itself is read when it is sent.
alter table notice_message add column receiver text;

-- One gateway for a unit.
create unique index notice_channel_gateway on notice_channel (unit_id) where kind = 'GATEWAY';

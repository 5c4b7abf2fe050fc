-- Old notices go every hour.
create index notice_old on notice (at);

#!/bin/bash
# Runs while the image is built: starts the application with a database that is thrown away, opens a few pages, stops it. The
# virtual machine leaves an archive of the classes that this took, /app/rota-desk.jsa.
set -euo pipefail
cd /app
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
data=$(mktemp -d)
# Any ports: a build may share the network of its machine.
port=$((10000 + RANDOM % 10000))
http=$((port + 10000))
chown postgres "$data"
as_postgres() { su postgres -s /bin/bash -c "$*"; }
as_postgres "$programs/initdb -D $data -A trust" >/dev/null
# Also when something fails on the way.
trap 'as_postgres "$programs/pg_ctl -D $data -m immediate stop" >/dev/null 2>&1 || true' EXIT
as_postgres "$programs/pg_ctl -D $data -w -o '-c listen_addresses=127.0.0.1 -p $port -k $data' start" >/dev/null

SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$port/postgres SPRING_DATASOURCE_USERNAME=postgres \
  SPRING_DATASOURCE_PASSWORD=none ROTADESK_ADMIN_PASSWORD=$(head -c 18 /dev/urandom | base64) SERVER_PORT=$http \
  java -XX:ArchiveClassesAtExit=/app/rota-desk.jsa -jar rota-desk.jar >/tmp/training.log 2>&1 &
application=$!
ready=
for _ in $(seq 600); do
  curl -fs -m 2 http://127.0.0.1:$http/actuator/health/readiness >/dev/null && { ready=yes; break; }
  kill -0 $application 2>/dev/null || { cat /tmp/training.log; exit 1; }
  sleep 0.5
done
[ -n "$ready" ] || { cat /tmp/training.log; exit 1; }
for page in login engine-rest/engine api/openapi.json camunda/app/tasklist/default/; do
  curl -s -m 20 -o /dev/null "http://127.0.0.1:$http/$page"
done
kill $application
# 143: ended by the signal.
wait $application || [ $? = 143 ]
chmod 444 /app/rota-desk.jsa

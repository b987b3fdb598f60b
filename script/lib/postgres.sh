# A PostgreSQL of our own for the tests: private folder, free port, no durability; stopped and removed on exit.
# Sets LOA_TEST_POSTGRES to its connection string.
postgres_owner=()

start_postgres() {
  local port
  postgres_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1) || fail "PostgreSQL is missing; run script/setup test"
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/loa-postgres.XXXXXX")
  if [ "$(id -u)" -eq 0 ]; then # initdb refuses to run as root
    chown postgres "$postgres_folder"
    postgres_owner=(runuser -u postgres --)
  fi
  port=$(free_port)
  "${postgres_owner[@]}" "$postgres_bin/initdb" -D "$postgres_folder/data" -U loa -A trust -E UTF8 --no-locale --no-sync >/dev/null
  "${postgres_owner[@]}" "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w -t 60 start -o "-p $port -k $postgres_folder -h 127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=256MB" >/dev/null
  export LOA_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=loa;Database=postgres"
}

stop_postgres() {
  "${postgres_owner[@]}" "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
}

# A port that nothing listens on now.
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

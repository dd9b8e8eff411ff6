#!/bin/sh
# The login of the server: no superuser and no BYPASSRLS, or row-level security would not hold for it.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" <<'SQL'
CREATE ROLE agent_builder LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD :'password';
CREATE DATABASE agent_builder OWNER agent_builder ENCODING 'UTF8' TEMPLATE template0;
SQL

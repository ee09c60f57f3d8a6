import { inRows } from "../person/context.ts";

/** Programs that servers and devices run, as people write their names; in lower case, with `.` where some write a space or nothing. */
interface Programs {
  readonly systems: string;
  readonly machines: string;
  readonly networks: string;
  readonly storage: string;
  readonly web: string;
  readonly databases: string;
  readonly queues: string;
  readonly mail: string;
  readonly identity: string;
  readonly office: string;
  readonly content: string;
  readonly home: string;
  readonly delivery: string;
  readonly watch: string;
  readonly languages: string;
  readonly models: string;
}

const programs: Programs = {
  systems: `
    debian|ubuntu|centos|rhel|red hat|rocky|almalinux|oracle linux|amazon linux|fedora|alpine|opensuse|suse|sles|gentoo|arch linux|nixos|coreos|flatcar|raspbian|raspberry pi os
    freebsd|openbsd|netbsd|solaris|illumos|aix|windows server|macos|linux kernel|kernel|glibc|systemd|openssh|openssl|libressl|gnutls|libssh|dropbear|samba`,
  machines: `
    proxmox|esxi|vsphere|vcenter|vmware|hyper-v|xenserver|xcp-ng|nutanix|ovirt|openstack|openshift|rancher|incus|lxd|qemu|libvirt|talos|docker|podman|containerd|kubernetes|k3s|k8s|nomad`,
  networks: `
    fortios|fortigate|fortimanager|fortianalyzer|fortiweb|forticlient|pan-os|panos|globalprotect|ios xe|ios-xe|ios xr|nx-os|cisco ios|cisco asa|anyconnect|junos|screenos|big-ip|citrix adc|citrix gateway|netscaler
    ivanti|pulse secure|sonicos|sonicwall|sophos utm|sophos xg|sfos|watchguard|fireware|check point|arubaos|routeros|mikrotik|edgeos|vyos|openwrt|dd-wrt|ipfire|unifi os|unifi network|omada|fritz!os|barracuda
    opnsense|pfsense|wireguard|openvpn|strongswan|softether|headscale|tailscale|netbird|guacamole|adguard home|pi-hole|pihole|powerdns|bind9|dnsmasq|coredns|technitium|squid|crowdsec|fail2ban|suricata|snort|zeek`,
  storage: `
    truenas|freenas|qts|quts hero|qnap|diskstation|synology|synology dsm|unraid|openmediavault|ceph|glusterfs|zfs|openzfs|ontap|seaweedfs|longhorn|minio|nextcloud|owncloud|seafile
    veeam|restic|borgbackup|bacula|bareos|duplicati|urbackup|acronis|commvault|netbackup|rubrik|proftpd|vsftpd|pure-ftpd|filezilla server`,
  web: `
    nginx|apache|httpd|caddy|traefik|haproxy|envoy|varnish|lighttpd|litespeed|openlitespeed|openresty|iis|gunicorn|uwsgi|uvicorn|php-fpm|modsecurity|apisix|krakend|istio|linkerd|cilium|calico
    tomcat|weblogic|websphere|jboss|wildfly|glassfish|payara|tomee|jetty|spring boot|spring framework|struts|log4j|quarkus|micronaut`,
  databases: `
    postgres|postgresql|mysql|mariadb|mongodb|mongo|redis|valkey|keydb|memcached|sqlite|supabase|pocketbase|appwrite|sql server|mssql|oracle database|oracle db|db2|informix|sybase|teradata|vertica|greenplum
    cockroachdb|yugabytedb|tidb|timescaledb|percona|couchdb|couchbase|rethinkdb|scylladb|arangodb|cassandra|clickhouse|influxdb|neo4j|duckdb|questdb|victoriametrics|trino|hadoop|hbase|solr|elasticsearch|opensearch
    meilisearch|typesense|weaviate|milvus|qdrant|pgvector|pgbouncer|etcd|zookeeper|hasura|phpmyadmin|adminer|superset|metabase`,
  queues: `
    rabbitmq|kafka|activemq|redpanda|emqx|vernemq|hivemq|mosquitto|celery|sidekiq|camunda|nifi|debezium|airflow|dagster|prefect|n8n`,
  mail: `
    postfix|dovecot|exim|sendmail|zimbra|mailcow|mailu|roundcube|rspamd|spamassassin|clamav|hmailserver|mdaemon|asterisk|freepbx|3cx|freeswitch|kamailio|mattermost|rocket.chat|zulip|jitsi|bigbluebutton`,
  identity: `
    keycloak|authentik|authelia|zitadel|kanidm|freeipa|openldap|freeradius|active directory|vault|consul|vaultwarden|bitwarden|passbolt|cert-manager`,
  office: `
    sharepoint|confluence|jira|bitbucket|redmine|youtrack|bugzilla|mantisbt|otrs|znuny|zammad|glpi|osticket|mediawiki|bookstack|wiki.js|dokuwiki|xwiki|openproject|collabora|onlyoffice|discourse|moodle
    odoo|erpnext|dolibarr|s/4hana|netweaver|dynamics nav|navision|coldfusion|invoice ninja|paperless-ngx|paperless`,
  content: `
    wordpress|drupal|joomla|typo3|magento|prestashop|shopware|woocommerce|opencart|contao|craft cms|umbraco|sitecore|kentico|silverstripe|ghost|strapi|directus|plausible`,
  home: `
    home assistant|openhab|iobroker|fhem|homebridge|zigbee2mqtt|esphome|node-red|domoticz|tasmota|octoprint|evcc|jellyfin|emby|immich|photoprism|sonarr|radarr|navidrome|audiobookshelf|frigate|scrypted`,
  delivery: `
    jenkins|gitlab|gitea|forgejo|teamcity|sonarqube|artifactory|nexus repository|woodpecker|argo cd|argocd|helm|crossplane|tekton|spinnaker|terraform|ansible|saltstack|rundeck|awx|octopus deploy|portainer|dokku|coolify|caprover
    webmin|plesk|cpanel|directadmin|ispconfig|froxlor`,
  watch: `
    grafana|prometheus|loki|sentry|zabbix|nagios|icinga|checkmk|prtg|netdata|uptime kuma|librenms|observium|graylog|splunk|logstash|kibana|fluentd|fluent bit|telegraf|alertmanager|opentelemetry collector
    wazuh|ossec|openvas|greenbone|nessus`,
  languages: `
    php|python|node|node.js|nodejs|java|ruby|golang|.net|asp.net|erlang|elixir|bun|deno|django|rails|ruby on rails|laravel|symfony|codeigniter|cakephp|fastapi|flask|nestjs|next.js|nuxt|sveltekit`,
  models: `ollama|vllm|llama.cpp|localai|open webui|openclaw|langfuse|mlflow|jupyterhub|comfyui`,
};

export const services: readonly string[] = Object.values(programs).flatMap(inRows);

/** Words as well, which are names with their capital alone. */
export const words: readonly string[] = inRows(
  "exchange|bind|plex|kong|puppet|chef|oracle|temporal|harbor|teleport|unbound|harvester|rust|artemis|pulsar|synapse|passenger|cockpit|cacti|munin|flink|spark|vector|tempo|outline|hana",
);

export const serviceName: string = pattern(services);
export const wordName: string = words
  .map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}|${name.toUpperCase()}`)
  .join("|");

function pattern(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(".", String.raw`\.`)).join("|");
}

import { wordSet } from "./word-set.ts";

/** Whether a user's name is a service's, a distribution's, a container's, or one that manuals use, and so names nobody; what ends like a domain is a site's, or a repository. */
export function isNobody(name: string): boolean {
  return (
    /^[A-Z]{2,}(?:_[A-Z]+)*$/.test(name) ||
    names.has(name.toLowerCase()) ||
    /^(?:usr|tester|guest|name|student|dev|ci|build|app|agent|worker|demo|admin|me|u)[-_.]?(?:name|\d{1,4}|account)?$/i.test(
      name,
    ) ||
    /^(?:some|any|your|my|the|a)[-_]?(?:user|name|account|home|profile|login|id)|^(?:john|jane|joe)[-_. ]?(?:doe|smith|public)?$/i.test(
      name,
    ) ||
    /^users?[-_.\d]*(?:name|id|dir|home|profile)?$|^xx|^test|user$|builder$|^app-?dir$|runner|sandbox|^dummy|^anonymous|^redacted|^removed|\.(?:com|org|net|git)$/i.test(
      name,
    )
  );
}

const names = wordSet(
  `node runner vscode ubuntu user username you name me root admin administrator deploy deployer git www www-data web webapp
  ec2-user centos debian fedora arch alpine rocky almalinux opensuse core coreos vagrant pi docker jenkins travis circleci gitpod codespace coder jovyan
  sandbox sbx linuxbrew brew homebrew builder buildbot buildkite drone gitlab github actions azureuser azure runneradmin runner-user cirrus-ci
  public default shared guest all nobody nonroot anonymous alice bob charlie carol dave eve mallory trent peggy victor myself fred barney wilma betty jack jill tom dick harry mary foo bar baz qux
  john jane joe jdoe jsmith doe smith linus torvalds steam oracle postgres mysql redis hadoop spark airflow work project projects workspace workspaces
  src data lib bin share opt var etc tmp container containers appuser odoo frappe bitnami nix nixos nixbld opam rust rustuser golang python ruby
  perl php java dotnet conda mamba openclaw claude codex copilot cursor agent agents ai bot app application apps api server service services
  someone somebody developer dev devuser student teacher tester test testuser qa stage staging prod production demo example sample mock fake
  dummy placeholder changeme login home users user1 user2 usera userb xxx yyy abc xyz system systemd daemon ftp ftpuser sftp mail backup vpn
  minecraft plex media kodi homeassistant hass ansible terraform kube k8s rancher nginx apache tomcat jetty solr elastic elasticsearch kafka zookeeper
  grafana prometheus vault consul nomad zabbix nagios ubuntu-user desktop documents downloads library pictures applications local remote host
  firstname lastname first last first.last firstname.lastname utilisateur usuario benutzer benutzername gebruiker utente nombre nom naam moi ich
  deinname dein-name votre-nom tu-usuario tunombre
  client webuser site sites website domain cpanel plesk hostinger ploi forge laravel wordpress wp drupal magento rails django flask express
  appveyor semaphore teamcity bamboo bitrise codebuild heroku dyno render fly replit runner1 weblate sphinx readthedocs rtd docs
  node_modules cpython html cvsroot svnroot proj person wildfly jboss syslog majordomo mailman
  apt dpkg distiller webpack kasm-user abuild packager makepkg mockbuild rpmbuild koji slackbuild guix msys2 cygwin mingw wsl termux chronos crostini`,
);

import type { Detector } from "./detector.ts";
import { credentialFile } from "./artifacts/credential-file.ts";
import { systemFile } from "./artifacts/system-file.ts";
import { sourceMap } from "./artifacts/source-map.ts";
import { projectFile } from "./artifacts/project-file.ts";
import { knownContents } from "./artifacts/known-contents.ts";
import { homeFolder } from "./artifacts/home-folder.ts";
import { editorFolder } from "./artifacts/editor-folder.ts";
import { backupCopy } from "./artifacts/backup-copy.ts";
import { agentFile } from "./artifacts/agent-file.ts";
import { databaseDump } from "./artifacts/database-dump.ts";
import { dotenv } from "./artifacts/dotenv.ts";
import { editorCopy } from "./artifacts/editor-copy.ts";
import { memoryDump } from "./artifacts/memory-dump.ts";
import { photoPositionInFile } from "./artifacts/photo-position.ts";
import { privateKeyFile } from "./artifacts/private-key.ts";
import { trafficRecording } from "./artifacts/recording.ts";
import { repositoryFolder } from "./artifacts/repository-folder.ts";
import { shellHistory } from "./artifacts/shell-history.ts";
import { agentTranscript } from "./artifacts/transcript.ts";
import { arn } from "./infrastructure/arn.ts";
import { bucket } from "./infrastructure/bucket.ts";
import { cloudAccount } from "./infrastructure/cloud-account.ts";
import { cloudResource } from "./infrastructure/cloud-resource.ts";
import { databaseUrl } from "./infrastructure/database-url.ts";
import { homeDirectory } from "./infrastructure/home-directory.ts";
import { internalHost } from "./infrastructure/internal-host.ts";
import { internalUrl } from "./infrastructure/internal-url.ts";
import { kubernetesName } from "./infrastructure/kubernetes-name.ts";
import { listenAddress } from "./infrastructure/listen-address.ts";
import { macAddress } from "./infrastructure/mac-address.ts";
import { port } from "./infrastructure/port.ts";
import { privateAddress } from "./infrastructure/private-address.ts";
import { region } from "./infrastructure/region.ts";
import { schedule } from "./infrastructure/schedule.ts";
import { serverSpec } from "./infrastructure/server-spec.ts";
import { serviceVersion } from "./infrastructure/service-version.ts";
import { stackFrame } from "./infrastructure/stack-frame.ts";
import { stackTrace } from "./infrastructure/stack-trace.ts";
import { tailnet } from "./infrastructure/tailnet.ts";
import { vendor } from "./infrastructure/vendor.ts";
import { businessMetric } from "./business/metric.ts";
import { agentStep } from "./internal/agent-step.ts";
import { chatId } from "./internal/chat-id.ts";
import { contextBlock } from "./internal/context-block.ts";
import { memoryFile } from "./internal/memory-file.ts";
import { providerError } from "./internal/provider-error.ts";
import { sessionKey } from "./internal/session-key.ts";
import { sessionTranscript } from "./internal/session-transcript.ts";
import { systemPrompt } from "./internal/system-prompt.ts";
import { thinkingBlock } from "./internal/thinking.ts";
import { toolTrace } from "./internal/tool-trace.ts";
import { bankAccount } from "./person/bank-account.ts";
import { birthDate } from "./person/birth-date.ts";
import { homeAddress } from "./person/home-address.ts";
import { cardNumber } from "./person/card.ts";
import { emailAddress } from "./person/email.ts";
import { iban } from "./person/iban.ts";
import { nationalId } from "./person/national-id.ts";
import { phoneNumber } from "./person/phone.ts";
import { ablyKey } from "./secrets/ably.ts";
import { addressKey } from "./secrets/address-key.ts";
import { adobeSecret } from "./secrets/adobe.ts";
import { adyenKey } from "./secrets/adyen.ts";
import { adafruitKey } from "./secrets/adafruit.ts";
import { africasTalkingKey } from "./secrets/africas-talking.ts";
import { ageKey } from "./secrets/age.ts";
import { agentmailKey } from "./secrets/agentmail.ts";
import { agoraCertificate } from "./secrets/agora.ts";
import { ahasendKey } from "./secrets/ahasend.ts";
import { aikidoToken } from "./secrets/aikido.ts";
import { airtableToken, airtableWebhook } from "./secrets/airtable.ts";
import { aivenPassword } from "./secrets/aiven.ts";
import { alchemyKey } from "./secrets/alchemy.ts";
import { algoliaSearchKey } from "./secrets/algolia.ts";
import { alibabaKey } from "./secrets/alibaba.ts";
import { amazonToken, appSyncKey } from "./secrets/amazon.ts";
import { ankrKey } from "./secrets/ankr.ts";
import { anthropicKey } from "./secrets/anthropic.ts";
import { apifyToken } from "./secrets/apify.ts";
import { apolloKey } from "./secrets/apollo.ts";
import { appwriteKey } from "./secrets/appwrite.ts";
import { arcadeKey } from "./secrets/arcade.ts";
import { artifactoryKey, artifactoryReferenceToken } from "./secrets/artifactory.ts";
import { asaasKey } from "./secrets/asaas.ts";
import { asanaBareToken, asanaToken } from "./secrets/asana.ts";
import { assignedKey, assignedPassword } from "./secrets/assigned.ts";
import { atlassianToken } from "./secrets/atlassian.ts";
import { authorizationHeader, basicCredentials, bearerToken } from "./secrets/authorization.ts";
import { awsAccessKeyId } from "./secrets/aws-access-key-id.ts";
import { awsSecretBesideId, awsSecretKey } from "./secrets/aws-secret-key.ts";
import { awsApiKey, awsSessionToken, awsSignedUrlToken } from "./secrets/aws-token.ts";
import { axiomToken } from "./secrets/axiom.ts";
import { azureAccountKey } from "./secrets/azure-account-key.ts";
import { azureAppConfigurationSecret, azureSharedAccessKey } from "./secrets/azure-connection-string.ts";
import { azureDevopsOldToken, azureDevopsToken } from "./secrets/azure-devops.ts";
import { entraClientSecret, entraOldClientSecret } from "./secrets/azure-entra.ts";
import { azurePublishProfile, azureSubscriptionKey } from "./secrets/azure-key.ts";
import { azureSas } from "./secrets/azure-sas.ts";
import { azureServiceKey } from "./secrets/azure-service-key.ts";
import { backblazeKey } from "./secrets/backblaze.ts";
import { baiduKey } from "./secrets/baidu.ts";
import { barePrivateKey } from "./secrets/bare-key.ts";
import { bitbucketToken } from "./secrets/bitbucket.ts";
import { bitrix24Webhook } from "./secrets/bitrix24.ts";
import { bitwardenToken } from "./secrets/bitwarden.ts";
import { botpressToken } from "./secrets/botpress.ts";
import { braintreeToken } from "./secrets/braintree.ts";
import { braveKey } from "./secrets/brave.ts";
import { brevoKey } from "./secrets/brevo.ts";
import { brexToken } from "./secrets/brex.ts";
import { browserUseKey } from "./secrets/browser-use.ts";
import { browserbaseKey } from "./secrets/browserbase.ts";
import { buildkiteToken } from "./secrets/buildkite.ts";
import { calKey } from "./secrets/cal-com.ts";
import { canvaSecret } from "./secrets/canva.ts";
import { cartesiaKey } from "./secrets/cartesia.ts";
import { cashfreeSecret } from "./secrets/cashfree.ts";
import { censysToken } from "./secrets/censys.ts";
import { cerebrasKey } from "./secrets/cerebras.ts";
import { chainstackKey } from "./secrets/chainstack.ts";
import { chargebeeKey } from "./secrets/chargebee.ts";
import { checkoutComKey, checkoutComTestKey } from "./secrets/checkout-com.ts";
import { circleKey, circleTestKey } from "./secrets/circle.ts";
import { circleciToken } from "./secrets/circleci.ts";
import { clickupToken } from "./secrets/clickup.ts";
import { clojarsToken } from "./secrets/clojars.ts";
import { closeKey } from "./secrets/close.ts";
import { cloudflareGlobalKey, cloudflareOldToken, cloudflareToken } from "./secrets/cloudflare.ts";
import {
  cloudflareAccessSecret,
  cloudflareOriginCaKey,
  cloudflareTunnelToken,
  cloudflareTurnstileSecret,
} from "./secrets/cloudflare-services.ts";
import { cockroachKey } from "./secrets/cockroach.ts";
import { codesandboxToken } from "./secrets/codesandbox.ts";
import { commandPassword } from "./secrets/command-password.ts";
import { columnSecret } from "./secrets/column.ts";
import { composioKey } from "./secrets/composio.ts";
import { consulToken, encryptionKey, gossipKey, zigbeeKey } from "./secrets/configured-key.ts";
import { confluentSecret } from "./secrets/confluent.ts";
import { connectionString } from "./secrets/connection-string.ts";
import { contentfulToken } from "./secrets/contentful.ts";
import { context7Key } from "./secrets/context7.ts";
import { convexAdminKey, convexKey } from "./secrets/convex.ts";
import { coralogixKey } from "./secrets/coralogix.ts";
import { cozeToken } from "./secrets/coze.ts";
import { cratesIoToken } from "./secrets/crates-io.ts";
import { creemKey, creemTestKey } from "./secrets/creem.ts";
import { crossmintKey, crossmintSignerSecret } from "./secrets/crossmint.ts";
import { cursorKey, cursorOldKey } from "./secrets/cursor.ts";
import { databricksToken } from "./secrets/databricks.ts";
import { datadogKey, datadogToken } from "./secrets/datadog.ts";
import { astraToken } from "./secrets/datastax.ts";
import { daytonaKey } from "./secrets/daytona.ts";
import { dbtToken } from "./secrets/dbt.ts";
import { deeplKey } from "./secrets/deepl.ts";
import { denoToken } from "./secrets/deno.ts";
import { deployHook } from "./secrets/deploy-hook.ts";
import { descopeKey } from "./secrets/descope.ts";
import { dependencyTrackKey } from "./secrets/dependency-track.ts";
import { devcycleKey } from "./secrets/devcycle.ts";
import { devinKey } from "./secrets/devin.ts";
import { difyKey } from "./secrets/dify.ts";
import { digitalOceanToken } from "./secrets/digitalocean.ts";
import { dingtalkWebhook, dingtalkSecret } from "./secrets/dingtalk.ts";
import { discordClientSecret, discordToken, discordWebhook } from "./secrets/discord.ts";
import { dnsimpleToken } from "./secrets/dnsimple.ts";
import { swarmToken } from "./secrets/docker-swarm.ts";
import { dockerAuth, dockerToken } from "./secrets/docker.ts";
import { dopplerToken } from "./secrets/doppler.ts";
import { dropboxToken } from "./secrets/dropbox.ts";
import { dubKey } from "./secrets/dub.ts";
import { duffelToken, duffelTestToken } from "./secrets/duffel.ts";
import { dynatraceToken } from "./secrets/dynatrace.ts";
import { e2bKey } from "./secrets/e2b.ts";
import { easypostKey, easypostTestKey } from "./secrets/easypost.ts";
import { ebaySecret } from "./secrets/ebay.ts";
import { elasticKey } from "./secrets/elastic.ts";
import { elevenlabsKey } from "./secrets/elevenlabs.ts";
import { exoscaleSecret } from "./secrets/exoscale.ts";
import { falKey } from "./secrets/fal.ts";
import { feishuWebhook } from "./secrets/feishu.ts";
import { endorKey } from "./secrets/endor.ts";
import { figmaLegacyToken, figmaToken } from "./secrets/figma.ts";
import { firecrawlKey } from "./secrets/firecrawl.ts";
import { fireworksKey } from "./secrets/fireworks.ts";
import { flagsmithKey } from "./secrets/flagsmith.ts";
import { flexportToken } from "./secrets/flexport.ts";
import { flutterwaveKey, flutterwaveTestKey } from "./secrets/flutterwave.ts";
import { flyToken } from "./secrets/fly.ts";
import { frameIoToken } from "./secrets/frame-io.ts";
import { djangoInsecureKey, djangoKey, laravelKey, secretKeyBase, wordpressKey } from "./secrets/framework-key.ts";
import { gemfuryToken } from "./secrets/gemfury.ts";
import { ghostAdminKey } from "./secrets/ghost.ts";
import { gigachatKey } from "./secrets/gigachat.ts";
import { githubFineGrainedToken, githubInstallationToken, githubToken } from "./secrets/github.ts";
import {
  gitlabJobToken,
  gitlabLegacyToken,
  gitlabRoutableToken,
  gitlabSession,
  gitlabToken,
} from "./secrets/gitlab.ts";
import { gocardlessToken } from "./secrets/gocardless.ts";
import { goldrushKey } from "./secrets/goldrush.ts";
import { firebaseKey, googleApiKey, googleMapsKey } from "./secrets/google-api-key.ts";
import { googleClientSecret, googleOldClientSecret, googleToken } from "./secrets/google-oauth.ts";
import { firebaseServerKey, recaptchaSecret } from "./secrets/google-services.ts";
import { grafanaCloudToken, grafanaLegacyKey, grafanaServiceToken } from "./secrets/grafana.ts";
import { groqKey } from "./secrets/groq.ts";
import { growthbookKey } from "./secrets/growthbook.ts";
import { harnessToken } from "./secrets/harness.ts";
import { terraformToken, vaultLegacyToken, vaultToken, vaultUnsealKey } from "./secrets/hashicorp.ts";
import { headscaleKey } from "./secrets/headscale.ts";
import { headerKey } from "./secrets/header-key.ts";
import { heliconeKey } from "./secrets/helicone.ts";
import { herokuKey, herokuOldKey } from "./secrets/heroku.ts";
import { hexPrivateKey } from "./secrets/hex-key.ts";
import { heygenKey } from "./secrets/heygen.ts";
import { honeybadgerToken, honeybadgerKey } from "./secrets/honeybadger.ts";
import { honeycombKey, honeycombOldKey } from "./secrets/honeycomb.ts";
import { hubspotToken } from "./secrets/hubspot.ts";
import { huggingFaceToken } from "./secrets/hugging-face.ts";
import { iftttKey } from "./secrets/ifttt.ts";
import { imagekitKey } from "./secrets/imagekit.ts";
import { influxOldToken, influxToken } from "./secrets/influx.ts";
import { hyperbrowserKey } from "./secrets/hyperbrowser.ts";
import { infisicalToken } from "./secrets/infisical.ts";
import { infuraKey } from "./secrets/infura.ts";
import { inngestKey } from "./secrets/inngest.ts";
import { intercomToken } from "./secrets/intercom.ts";
import { intra42Secret } from "./secrets/intra42.ts";
import { jetbrainsToken } from "./secrets/jetbrains.ts";
import { jinaKey } from "./secrets/jina.ts";
import { jsonWebKey } from "./secrets/json-web-key.ts";
import { jsrToken } from "./secrets/jsr.ts";
import { jsonWebToken } from "./secrets/jwt.ts";
import { k3sToken } from "./secrets/k3s.ts";
import { kaggleToken } from "./secrets/kaggle.ts";
import { karakeepKey } from "./secrets/karakeep.ts";
import { klarnaKey, klarnaTestKey } from "./secrets/klarna.ts";
import { klaviyoKey } from "./secrets/klaviyo.ts";
import { konnectToken } from "./secrets/kong.ts";
import { kubernetesSecret } from "./secrets/kubernetes-secret.ts";
import { lambdaKey } from "./secrets/lambda.ts";
import { langfuseKey } from "./secrets/langfuse.ts";
import { langsmithKey } from "./secrets/langsmith.ts";
import { langwatchKey } from "./secrets/langwatch.ts";
import { launchdarklyKey } from "./secrets/launchdarkly.ts";
import { lichessToken } from "./secrets/lichess.ts";
import { lightdashToken } from "./secrets/lightdash.ts";
import { linearKey } from "./secrets/linear.ts";
import { linkedinSecret } from "./secrets/linkedin.ts";
import { livekitSecret } from "./secrets/livekit.ts";
import { listedKey } from "./secrets/listed-key.ts";
import { liveblocksKey, liveblocksTestKey } from "./secrets/liveblocks.ts";
import { llamaCloudKey } from "./secrets/llama-cloud.ts";
import { logfireToken } from "./secrets/logfire.ts";
import { lobKey, lobTestKey } from "./secrets/lob.ts";
import { loginCall } from "./secrets/login-call.ts";
import { loginLink } from "./secrets/login-link.ts";
import { mailchimpKey, mandrillKey } from "./secrets/mailchimp.ts";
import { mailersendToken } from "./secrets/mailersend.ts";
import { mailgunKey } from "./secrets/mailgun.ts";
import { makeWebhook } from "./secrets/make.ts";
import { mapboxToken } from "./secrets/mapbox.ts";
import { materializePassword } from "./secrets/materialize.ts";
import { matrixToken } from "./secrets/matrix.ts";
import { mem0Key } from "./secrets/mem0.ts";
import { mercadoPagoToken } from "./secrets/mercado-pago.ts";
import { mercuryToken } from "./secrets/mercury.ts";
import { metaToken } from "./secrets/meta.ts";
import { metabaseKey } from "./secrets/metabase.ts";
import { midtransKey, midtransTestKey } from "./secrets/midtrans.ts";
import { miroToken } from "./secrets/miro.ts";
import { modalSecret } from "./secrets/modal.ts";
import { modrinthToken } from "./secrets/modrinth.ts";
import { mollieKey } from "./secrets/mollie.ts";
import { mongodbAtlasSecret } from "./secrets/mongodb-atlas.ts";
import { moralisNodeKey } from "./secrets/moralis.ts";
import { n8nWebhook } from "./secrets/n8n.ts";
import { natsSeed } from "./secrets/nats.ts";
import { naverCloudSecret } from "./secrets/naver.ts";
import { nebiusKey } from "./secrets/nebius.ts";
import { neonKey, neonPassword } from "./secrets/neon.ts";
import { netbirdToken } from "./secrets/netbird.ts";
import { netboxToken } from "./secrets/netbox.ts";
import { netlifyToken } from "./secrets/netlify.ts";
import { netrc } from "./secrets/netrc.ts";
import { newRelicKey, newRelicLicense } from "./secrets/new-relic.ts";
import { nightfallKey } from "./secrets/nightfall.ts";
import { ngrokToken } from "./secrets/ngrok.ts";
import { notionLegacyToken, notionToken } from "./secrets/notion.ts";
import { npmLegacyToken, npmrcPassword, npmrcToken, npmToken } from "./secrets/npm.ts";
import { ntfyToken } from "./secrets/ntfy.ts";
import { nugetKey } from "./secrets/nuget.ts";
import { nvidiaKey } from "./secrets/nvidia.ts";
import { nxCloudToken } from "./secrets/nx-cloud.ts";
import { nylasKey } from "./secrets/nylas.ts";
import { octopusKey } from "./secrets/octopus.ts";
import { oktaToken } from "./secrets/okta.ts";
import { omiseKey, omiseTestKey } from "./secrets/omise.ts";
import { onePasswordSecretKey, onePasswordToken } from "./secrets/onepassword.ts";
import { onesignalKey } from "./secrets/onesignal.ts";
import { onfidoToken, onfidoTestToken } from "./secrets/onfido.ts";
import { openVsxToken } from "./secrets/open-vsx.ts";
import { openaiKey, openaiSession } from "./secrets/openai.ts";
import { openrouterKey } from "./secrets/openrouter.ts";
import { openshiftToken } from "./secrets/openshift.ts";
import { openvpnKey } from "./secrets/openvpn.ts";
import { oryToken } from "./secrets/ory.ts";
import { otpSeed } from "./secrets/otp-seed.ts";
import { outlineKey } from "./secrets/outline.ts";
import { packagistToken } from "./secrets/packagist.ts";
import { paddleKey } from "./secrets/paddle.ts";
import { pagerdutyKey } from "./secrets/pagerduty.ts";
import { passwordHash } from "./secrets/password-hash.ts";
import { paypalToken } from "./secrets/paypal.ts";
import { paystackKey, paystackTestKey } from "./secrets/paystack.ts";
import { perplexityKey } from "./secrets/perplexity.ts";
import { pgpass } from "./secrets/pgpass.ts";
import { phaseToken } from "./secrets/phase.ts";
import { phonepeSalt } from "./secrets/phonepe.ts";
import { pineconeKey } from "./secrets/pinecone.ts";
import { pinterestToken } from "./secrets/pinterest.ts";
import { plaidToken } from "./secrets/plaid.ts";
import { plainKey } from "./secrets/plain.ts";
import { planeKey } from "./secrets/plane.ts";
import { planetscaleToken } from "./secrets/planetscale.ts";
import { polarToken } from "./secrets/polar.ts";
import { porkbunKey } from "./secrets/porkbun.ts";
import { portainerToken } from "./secrets/portainer.ts";
import { posthogKey } from "./secrets/posthog.ts";
import { postmanKey } from "./secrets/postman.ts";
import { postmarkToken } from "./secrets/postmark.ts";
import { prefectKey } from "./secrets/prefect.ts";
import { privateKey } from "./secrets/private-key.ts";
import { promptlayerKey } from "./secrets/promptlayer.ts";
import { proxmoxToken } from "./secrets/proxmox.ts";
import { pterodactylKey } from "./secrets/pterodactyl.ts";
import { pubnubKey } from "./secrets/pubnub.ts";
import { pulumiToken } from "./secrets/pulumi.ts";
import { puttyKey } from "./secrets/putty.ts";
import { pypiToken } from "./secrets/pypi.ts";
import { radarKey, radarTestKey } from "./secrets/radar.ts";
import { ragieKey } from "./secrets/ragie.ts";
import { rampToken } from "./secrets/ramp.ts";
import { quicknodeToken } from "./secrets/quicknode.ts";
import { rancherToken } from "./secrets/rancher.ts";
import { rapidApiKey } from "./secrets/rapidapi.ts";
import { razorpaySecret } from "./secrets/razorpay.ts";
import { recoveryCodes } from "./secrets/recovery-codes.ts";
import { recoveryKey } from "./secrets/recovery-key.ts";
import { renderKey } from "./secrets/render.ts";
import { replicateToken } from "./secrets/replicate.ts";
import { resendKey } from "./secrets/resend.ts";
import { retellKey } from "./secrets/retell.ts";
import { readmeKey } from "./secrets/readme-com.ts";
import { retoolToken } from "./secrets/retool.ts";
import { revolutTestToken, revolutToken } from "./secrets/revolut.ts";
import { riotKey } from "./secrets/riot.ts";
import { robloxCookie } from "./secrets/roblox.ts";
import { rootlyKey } from "./secrets/rootly.ts";
import { rubygemsKey } from "./secrets/rubygems.ts";
import { sanityToken } from "./secrets/sanity.ts";
import { scalewaySecret } from "./secrets/scaleway.ts";
import { runpodKey } from "./secrets/runpod.ts";
import { scrapegraphKey } from "./secrets/scrapegraph.ts";
import { scrapflyKey } from "./secrets/scrapfly.ts";
import { salesforceRefreshToken, salesforceSession } from "./secrets/salesforce.ts";
import { scalingoToken } from "./secrets/scalingo.ts";
import { secretlint } from "./secrets/secretlint.ts";
import { seedPhrase } from "./secrets/seed-phrase.ts";
import { segmentToken } from "./secrets/segment.ts";
import { sendgridKey } from "./secrets/sendgrid.ts";
import { sentryDsnSecret, sentryOldToken, sentryOrganisationToken, sentryToken } from "./secrets/sentry.ts";
import { serverchanKey } from "./secrets/serverchan.ts";
import { sessionCookie } from "./secrets/session-cookie.ts";
import { shippoToken } from "./secrets/shippo.ts";
import { shopifyToken } from "./secrets/shopify.ts";
import { signingCall } from "./secrets/signing-call.ts";
import { skKey, skNamedKey } from "./secrets/sk-key.ts";
import { slackAppSecret, slackSession, slackToken, slackWebhook } from "./secrets/slack.ts";
import { snykToken } from "./secrets/snyk.ts";
import { socketToken } from "./secrets/socket-dev.ts";
import { sonarqubeOldToken, sonarqubeToken } from "./secrets/sonarqube.ts";
import { sourcegraphToken } from "./secrets/sourcegraph.ts";
import { squareSecret, squareToken } from "./secrets/square.ts";
import { statementPassword } from "./secrets/statement-password.ts";
import { statsigKey } from "./secrets/statsig.ts";
import { steelKey } from "./secrets/steel.ts";
import { stripeKey, stripeTestKey, webhookSecret } from "./secrets/stripe.ts";
import { stytchSecret, stytchTestSecret } from "./secrets/stytch.ts";
import { storedHash } from "./secrets/stored-hash.ts";
import { sumoLogicCollector } from "./secrets/sumo-logic.ts";
import { sumupKey } from "./secrets/sumup.ts";
import { supabaseAccessToken, supabaseSecretKey, supabaseServiceRole } from "./secrets/supabase.ts";
import { supermemoryKey } from "./secrets/supermemory.ts";
import { svixToken } from "./secrets/svix.ts";
import { tailscaleKey } from "./secrets/tailscale.ts";
import { tavilyKey } from "./secrets/tavily.ts";
import { teamcityToken } from "./secrets/teamcity.ts";
import { teamsWebhook } from "./secrets/teams.ts";
import { telegramBotToken } from "./secrets/telegram.ts";
import { tencentSecret } from "./secrets/tencent.ts";
import { tigrisSecret } from "./secrets/tigris.ts";
import { tiktokToken } from "./secrets/tiktok.ts";
import { telnyxKey } from "./secrets/telnyx.ts";
import { thingsboardToken } from "./secrets/thingsboard.ts";
import { tinybirdToken } from "./secrets/tinybird.ts";
import { togetherKey } from "./secrets/together.ts";
import { toldCode } from "./secrets/told-code.ts";
import { toldLogin } from "./secrets/told-login.ts";
import { toldPassword } from "./secrets/told-password.ts";
import { tolgeeKey } from "./secrets/tolgee.ts";
import { tossKey } from "./secrets/toss-payments.ts";
import { trelloToken } from "./secrets/trello.ts";
import { triggerDevKey } from "./secrets/trigger-dev.ts";
import { truenasKey } from "./secrets/truenas.ts";
import { turbopufferKey } from "./secrets/turbopuffer.ts";
import { twilioApiKey, twilioAuthToken, twilioNamedToken } from "./secrets/twilio.ts";
import { twitchStreamKey } from "./secrets/twitch.ts";
import { typeformToken } from "./secrets/typeform.ts";
import { ubidotsToken } from "./secrets/ubidots.ts";
import { unleashToken, unleashClientToken } from "./secrets/unleash.ts";
import { upcloudToken } from "./secrets/upcloud.ts";
import { uptimerobotKey } from "./secrets/uptimerobot.ts";
import { unkeyRootKey } from "./secrets/unkey.ts";
import { urlPassword } from "./secrets/url-password.ts";
import { vectaraKey } from "./secrets/vectara.ts";
import { vercelToken } from "./secrets/vercel.ts";
import { vikunjaToken } from "./secrets/vikunja.ts";
import { vkToken } from "./secrets/vk.ts";
import { voiceflowKey } from "./secrets/voiceflow.ts";
import { volcengineSecret } from "./secrets/volcengine.ts";
import { voyageKey } from "./secrets/voyage.ts";
import { wakatimeKey } from "./secrets/wakatime.ts";
import { walletKey } from "./secrets/wallet-key.ts";
import { wandbKey } from "./secrets/wandb.ts";
import { warpKey } from "./secrets/warp.ts";
import { webexWebhook } from "./secrets/webex.ts";
import { weblateToken } from "./secrets/weblate.ts";
import { wecomWebhook } from "./secrets/wecom.ts";
import { wireguardKey } from "./secrets/wireguard.ts";
import { wompiKey } from "./secrets/wompi.ts";
import { woocommerceKey } from "./secrets/woocommerce.ts";
import { xBearerToken } from "./secrets/x.ts";
import { xaiKey } from "./secrets/xai.ts";
import { xataKey } from "./secrets/xata.ts";
import { xenditKey } from "./secrets/xendit.ts";
import { xmlPrivateKey } from "./secrets/xml-private-key.ts";
import { yandexCaptchaKey, yandexKey } from "./secrets/yandex.ts";
import { zapierWebhook } from "./secrets/zapier.ts";
import { zepKey } from "./secrets/zep.ts";
import { zhipuKey } from "./secrets/zhipu.ts";
import { zohoToken, zohoWebhook } from "./secrets/zoho.ts";
import { zuploKey } from "./secrets/zuplo.ts";

/** All built-in detectors. The order is the rank: where two findings overlap, the earlier detector's is kept. */
export const detectors: readonly Detector[] = [
  githubToken,
  githubFineGrainedToken,
  githubInstallationToken,
  gitlabRoutableToken,
  gitlabToken,
  gitlabJobToken,
  gitlabSession,
  bitbucketToken,
  npmToken,
  pypiToken,
  rubygemsKey,
  clojarsToken,
  cratesIoToken,
  nugetKey,
  packagistToken,
  jsrToken,
  openVsxToken,
  gemfuryToken,
  dockerToken,
  swarmToken,
  k3sToken,
  openshiftToken,
  rancherToken,
  portainerToken,
  artifactoryKey,
  artifactoryReferenceToken,
  circleciToken,
  buildkiteToken,
  teamcityToken,
  sonarqubeToken,
  sourcegraphToken,
  snykToken,
  socketToken,
  endorKey,
  aikidoToken,
  censysToken,
  dependencyTrackKey,
  pulumiToken,
  prefectKey,
  harnessToken,
  octopusKey,
  triggerDevKey,
  inngestKey,
  nxCloudToken,
  vaultToken,
  terraformToken,
  gitlabLegacyToken,
  vaultLegacyToken,
  vaultUnsealKey,
  consulToken,
  gossipKey,
  encryptionKey,
  zigbeeKey,
  npmrcToken,
  npmLegacyToken,
  npmrcPassword,
  dockerAuth,
  awsApiKey,
  awsAccessKeyId,
  awsSignedUrlToken,
  awsSessionToken,
  amazonToken,
  appSyncKey,
  firebaseKey,
  googleMapsKey,
  googleApiKey,
  googleClientSecret,
  googleToken,
  firebaseServerKey,
  azureDevopsToken,
  azureServiceKey,
  azureSas,
  entraClientSecret,
  azurePublishProfile,
  digitalOceanToken,
  upcloudToken,
  cloudflareToken,
  cloudflareOriginCaKey,
  cloudflareTunnelToken,
  cloudflareTurnstileSecret,
  supabaseSecretKey,
  supabaseAccessToken,
  supabaseServiceRole,
  sentryOrganisationToken,
  sentryToken,
  herokuKey,
  vercelToken,
  netlifyToken,
  flyToken,
  planetscaleToken,
  neonKey,
  neonPassword,
  xataKey,
  appwriteKey,
  denoToken,
  databricksToken,
  metabaseKey,
  materializePassword,
  astraToken,
  tigrisSecret,
  backblazeKey,
  elasticKey,
  tinybirdToken,
  influxToken,
  influxOldToken,
  dbtToken,
  lightdashToken,
  confluentSecret,
  renderKey,
  convexKey,
  convexAdminKey,
  cockroachKey,
  mongodbAtlasSecret,
  alibabaKey,
  tencentSecret,
  volcengineSecret,
  scalewaySecret,
  exoscaleSecret,
  naverCloudSecret,
  yandexKey,
  yandexCaptchaKey,
  scalingoToken,
  dnsimpleToken,
  porkbunKey,
  aivenPassword,
  tailscaleKey,
  headscaleKey,
  netbirdToken,
  ngrokToken,
  truenasKey,
  proxmoxToken,
  netboxToken,
  thingsboardToken,
  adafruitKey,
  ubidotsToken,
  huggingFaceToken,
  slackToken,
  slackSession,
  slackWebhook,
  slackAppSecret,
  discordToken,
  discordWebhook,
  discordClientSecret,
  twitchStreamKey,
  telegramBotToken,
  xBearerToken,
  metaToken,
  linkedinSecret,
  tiktokToken,
  pinterestToken,
  matrixToken,
  pubnubKey,
  ablyKey,
  livekitSecret,
  paystackKey,
  paystackTestKey,
  stripeKey,
  stripeTestKey,
  webhookSecret,
  flutterwaveKey,
  flutterwaveTestKey,
  duffelToken,
  duffelTestToken,
  paddleKey,
  plaidToken,
  mollieKey,
  klarnaKey,
  klarnaTestKey,
  crossmintKey,
  crossmintSignerSecret,
  midtransKey,
  midtransTestKey,
  omiseKey,
  omiseTestKey,
  circleKey,
  circleTestKey,
  brexToken,
  mercuryToken,
  revolutToken,
  revolutTestToken,
  rampToken,
  polarToken,
  razorpaySecret,
  asaasKey,
  cashfreeSecret,
  tossKey,
  wompiKey,
  sumupKey,
  phonepeSalt,
  gocardlessToken,
  chargebeeKey,
  creemKey,
  creemTestKey,
  xenditKey,
  mercadoPagoToken,
  adyenKey,
  shippoToken,
  easypostKey,
  easypostTestKey,
  flexportToken,
  lobKey,
  lobTestKey,
  checkoutComKey,
  checkoutComTestKey,
  twilioAuthToken,
  twilioNamedToken,
  twilioApiKey,
  telnyxKey,
  africasTalkingKey,
  sendgridKey,
  mailgunKey,
  mailchimpKey,
  mandrillKey,
  postmarkToken,
  brevoKey,
  resendKey,
  mailersendToken,
  ahasendKey,
  nylasKey,
  onesignalKey,
  klaviyoKey,
  hubspotToken,
  zohoToken,
  zohoWebhook,
  intercomToken,
  closeKey,
  salesforceSession,
  salesforceRefreshToken,
  segmentToken,
  plainKey,
  openaiKey,
  openaiSession,
  anthropicKey,
  openrouterKey,
  groqKey,
  xaiKey,
  perplexityKey,
  replicateToken,
  wandbKey,
  kaggleToken,
  elevenlabsKey,
  cartesiaKey,
  retellKey,
  langsmithKey,
  langfuseKey,
  heliconeKey,
  langwatchKey,
  promptlayerKey,
  pineconeKey,
  turbopufferKey,
  vectaraKey,
  ragieKey,
  firecrawlKey,
  scrapegraphKey,
  tavilyKey,
  nvidiaKey,
  jinaKey,
  cerebrasKey,
  togetherKey,
  e2bKey,
  daytonaKey,
  codesandboxToken,
  browserbaseKey,
  browserUseKey,
  fireworksKey,
  llamaCloudKey,
  mem0Key,
  composioKey,
  difyKey,
  botpressToken,
  voiceflowKey,
  arcadeKey,
  cursorKey,
  devinKey,
  cursorOldKey,
  braveKey,
  steelKey,
  hyperbrowserKey,
  scrapflyKey,
  deeplKey,
  runpodKey,
  modalSecret,
  lambdaKey,
  zhipuKey,
  gigachatKey,
  baiduKey,
  nebiusKey,
  voyageKey,
  falKey,
  apifyToken,
  shopifyToken,
  woocommerceKey,
  ebaySecret,
  squareSecret,
  squareToken,
  braintreeToken,
  paypalToken,
  linearKey,
  jetbrainsToken,
  weblateToken,
  tolgeeKey,
  vikunjaToken,
  karakeepKey,
  planeKey,
  notionToken,
  outlineKey,
  dubKey,
  calKey,
  retoolToken,
  wakatimeKey,
  lichessToken,
  notionLegacyToken,
  figmaToken,
  figmaLegacyToken,
  canvaSecret,
  miroToken,
  adobeSecret,
  frameIoToken,
  liveblocksKey,
  liveblocksTestKey,
  readmeKey,
  mapboxToken,
  radarKey,
  radarTestKey,
  contentfulToken,
  ghostAdminKey,
  imagekitKey,
  sanityToken,
  airtableToken,
  airtableWebhook,
  clickupToken,
  typeformToken,
  atlassianToken,
  trelloToken,
  asanaToken,
  asanaBareToken,
  dropboxToken,
  grafanaServiceToken,
  grafanaCloudToken,
  grafanaLegacyKey,
  newRelicKey,
  newRelicLicense,
  dynatraceToken,
  datadogKey,
  datadogToken,
  sumoLogicCollector,
  coralogixKey,
  honeycombKey,
  honeycombOldKey,
  axiomToken,
  honeybadgerToken,
  honeybadgerKey,
  logfireToken,
  launchdarklyKey,
  unleashToken,
  unleashClientToken,
  statsigKey,
  devcycleKey,
  flagsmithKey,
  growthbookKey,
  apolloKey,
  posthogKey,
  pagerdutyKey,
  uptimerobotKey,
  rootlyKey,
  postmanKey,
  nightfallKey,
  dopplerToken,
  infisicalToken,
  phaseToken,
  bitwardenToken,
  zuploKey,
  konnectToken,
  unkeyRootKey,
  oryToken,
  onfidoToken,
  onfidoTestToken,
  stytchSecret,
  stytchTestSecret,
  intra42Secret,
  onePasswordToken,
  onePasswordSecretKey,
  oktaToken,
  descopeKey,
  warpKey,
  agentmailKey,
  context7Key,
  supermemoryKey,
  zepKey,
  heygenKey,
  cozeToken,
  vkToken,
  riotKey,
  robloxCookie,
  pterodactylKey,
  modrinthToken,
  zapierWebhook,
  teamsWebhook,
  webexWebhook,
  makeWebhook,
  n8nWebhook,
  bitrix24Webhook,
  deployHook,
  iftttKey,
  quicknodeToken,
  rapidApiKey,
  agoraCertificate,
  alchemyKey,
  infuraKey,
  ankrKey,
  chainstackKey,
  moralisNodeKey,
  goldrushKey,
  feishuWebhook,
  wecomWebhook,
  dingtalkWebhook,
  dingtalkSecret,
  serverchanKey,
  svixToken,
  ntfyToken,
  awsSecretKey,
  awsSecretBesideId,
  azureAccountKey,
  azureSharedAccessKey,
  azureAppConfigurationSecret,
  entraOldClientSecret,
  azureDevopsOldToken,
  azureSubscriptionKey,
  googleOldClientSecret,
  recaptchaSecret,
  algoliaSearchKey,
  cloudflareAccessSecret,
  cloudflareOldToken,
  cloudflareGlobalKey,
  sentryOldToken,
  sonarqubeOldToken,
  sentryDsnSecret,
  herokuOldKey,
  skKey,
  skNamedKey,
  privateKey,
  barePrivateKey,
  xmlPrivateKey,
  puttyKey,
  ageKey,
  openvpnKey,
  jsonWebKey,
  wireguardKey,
  hexPrivateKey,
  walletKey,
  natsSeed,
  jsonWebToken,
  addressKey,
  urlPassword,
  connectionString,
  netrc,
  pgpass,
  kubernetesSecret,
  laravelKey,
  wordpressKey,
  secretKeyBase,
  djangoKey,
  djangoInsecureKey,
  bearerToken,
  basicCredentials,
  authorizationHeader,
  headerKey,
  listedKey,
  sessionCookie,
  commandPassword,
  statementPassword,
  passwordHash,
  storedHash,
  loginCall,
  signingCall,
  seedPhrase,
  recoveryCodes,
  recoveryKey,
  otpSeed,
  toldPassword,
  columnSecret,
  assignedPassword,
  assignedKey,
  databaseUrl,
  arn,
  tailnet,
  internalUrl,
  cloudAccount,
  cloudResource,
  bucket,
  kubernetesName,
  privateAddress,
  internalHost,
  macAddress,
  homeDirectory,
  stackTrace,
  stackFrame,
  listenAddress,
  port,
  serviceVersion,
  region,
  serverSpec,
  vendor,
  schedule,
  secretlint,
  privateKeyFile,
  credentialFile,
  dotenv,
  repositoryFolder,
  databaseDump,
  shellHistory,
  memoryDump,
  agentTranscript,
  editorCopy,
  trafficRecording,
  photoPositionInFile,
  knownContents,
  homeFolder,
  systemFile,
  backupCopy,
  editorFolder,
  projectFile,
  agentFile,
  sourceMap,
  cardNumber,
  iban,
  emailAddress,
  nationalId,
  birthDate,
  homeAddress,
  toldLogin,
  toldCode,
  loginLink,
  bankAccount,
  phoneNumber,
  businessMetric,
  contextBlock,
  sessionTranscript,
  systemPrompt,
  toolTrace,
  agentStep,
  thinkingBlock,
  sessionKey,
  memoryFile,
  providerError,
  chatId,
];

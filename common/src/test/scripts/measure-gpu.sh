#!/bin/sh
# Measures reading on this machine's first GPU: agreement with the CPU, utterances per second, busy share.
set -eu
cd "$(dirname "$0")/../../../.."
lake=${1:-/tmp/talktrack-gpu-lake}
busy=$(mktemp)

command -v nvidia-smi >/dev/null || {
  echo "Cannot measure: nvidia-smi is not here, so there is no NVIDIA driver. Run this on a machine with a GPU." >&2
  exit 2
}
mvn -q -B -Pgpu -DskipTests package
mvn -q -B -Pgpu surefire:test@slow-tests -pl common -Dtest=TestGpuAgreement
./talktrack demo --lake "$lake" --set report.folder="$lake-report"

for device in gpu cpu; do
  texts=$([ "$device" = gpu ] && echo 200000 || echo 20000)
  nvidia-smi --query-gpu=utilization.gpu --format=csv,noheader,nounits -l 1 >"$busy" &
  sampler=$!
  echo "== models.device=$device"
  ./talktrack bench inference --texts "$texts" --rounds 3 --lake "$lake" --set models.device=$device
  kill "$sampler"
  sort -n "$busy" | awk '{ share[NR] = $1 } END { print "GPU busy, median of seconds: " share[int((NR + 1) / 2)] " %" }'
done

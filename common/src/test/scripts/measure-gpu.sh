#!/bin/sh
# Measures reading on this machine's first GPU: agreement with the CPU, utterances per second, busy shares.
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

# Jiffies of all cores since boot: all of them, and those with work.
jiffies() {
  awk '/^cpu / { for (i = 2; i <= 9; i++) all += $i; print all, all - $5 - $6 }' /proc/stat
}

# Only this product reads here, by the device asked for: what else `bench inference` compares runs on CPUs.
for device in gpu cpu; do
  texts=$([ "$device" = gpu ] && echo 5000000 || echo 50000)
  echo "== models.device=$device, $texts texts"
  nvidia-smi --query-gpu=utilization.gpu --format=csv,noheader,nounits -i 0 -l 1 >"$busy" &
  sampler=$!
  before=$(jiffies)
  ./talktrack bench inference --stream "$texts" --lake "$lake" --set models.device=$device
  after=$(jiffies)
  kill "$sampler"
  echo "$before $after" | awk '{ printf "cores busy, start and end of Spark included: %.0f %%\n", 100 * ($4 - $2) / ($3 - $1) }'
  # seconds in which the device works at all: loading the model is not reading
  awk '$1 > 0' "$busy" | sort -n | awk '{ share[NR] = $1 } END { print "GPU busy, median of the " NR " seconds in which it was used: " share[int((NR + 1) / 2)] + 0 " %" }'
done

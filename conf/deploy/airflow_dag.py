"""Talktrack every night under Airflow 2, one task per stage.

Needs spark-submit on the workers. The key of all pseudonyms is the variable
TALKTRACK_HMAC_KEY of the environment that submits.

Days are worked out anew by `run` with --from and --to. No DAG has to be backfilled for it: a run
does all that is new, whatever its day.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

SUBMIT = (
    "spark-submit --master yarn --properties-file /opt/talktrack/conf/spark/cluster.conf"
    " --packages io.delta:delta-spark_2.12:3.3.3"
    " --class io.talktrack.jobs.Main /opt/talktrack/talktrack.jar"
)

STAGES = [
    "ingest run",
    "understand turns",
    "understand emails",
    "understand calls",
    "coach insights",
    "forecast features",
    "coach report",
]

with DAG(
    dag_id="talktrack",
    start_date=datetime(2026, 1, 1),
    schedule="15 2 * * *",
    catchup=False,
    max_active_runs=1,
    # 75 means that another run was writing the same table
    default_args={"retries": 3, "retry_delay": timedelta(minutes=10)},
) as dag:
    previous = None
    for stage in STAGES:
        task = BashOperator(
            task_id=stage.replace(" ", "_"),
            bash_command=f"{SUBMIT} {stage} --config /opt/talktrack/talktrack.conf",
            # nothing to do is no failure
            skip_on_exit_code=99,
            trigger_rule="none_failed",
        )
        if previous:
            previous >> task
        previous = task

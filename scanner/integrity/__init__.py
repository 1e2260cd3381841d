"""Whether CloudTrail's log files are what CloudTrail delivered: bytes in, verdicts out.

CloudTrail signs a digest file every hour, with the hash of each log file that it delivered and of
the digest before. Nothing here reads a file or speaks to AWS.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
"""

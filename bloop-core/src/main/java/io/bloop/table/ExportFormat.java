package io.bloop.table;

/**
 * Names the texts that tables are exported as.
 *
 * @since 0.1.0
 */
public enum ExportFormat {
    /** A template of AWS CloudFormation, in YAML. */
    CLOUDFORMATION,
    /** Resources of Terraform's AWS provider, in HCL. */
    TERRAFORM,
    /** A stack of the AWS CDK, a class in Java. */
    CDK,
    /** Commands of the AWS CLI, for a POSIX shell. */
    CLI
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "allocation_upload",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    is_all_or_nothing = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    run_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rows_done = table.Column<int>(type: "INTEGER", nullable: false),
                    rows_total = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_upload", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    entity = table.Column<string>(type: "TEXT", nullable: true),
                    entity_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "closing_day",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing_day", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_function",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    default_role_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_function", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "not_duplicate",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_not_duplicate", x => new { x.person_id, x.other_person_id });
                });

            migrationBuilder.CreateTable(
                name: "partner_organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    is_private = table.Column<bool>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_merge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kept_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    undone_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "practice_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "processed_command",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processed_command", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recent_person",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recent_person", x => new { x.account_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_unit_parent_id",
                        column: x => x.parent_id,
                        principalTable: "unit",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "external_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim = table.Column<string>(type: "TEXT", nullable: false),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_role", x => x.id);
                    table.ForeignKey(
                        name: "fk_external_role_access_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "access_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_permission",
                columns: table => new
                {
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permission = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_permission", x => new { x.role_id, x.permission });
                    table.ForeignKey(
                        name: "fk_role_permission_access_role_role_id",
                        column: x => x.role_id,
                        principalTable: "access_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    job_function_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    partner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    external_subject = table.Column<string>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_job_functions_job_function_id",
                        column: x => x.job_function_id,
                        principalTable: "job_function",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_account_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkey_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<int>(type: "INTEGER", nullable: false),
                    allocation_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    takeover_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    takeover_rule = table.Column<string>(type: "TEXT", nullable: true),
                    registered_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    arrival_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    has_arrived = table.Column<bool>(type: "INTEGER", nullable: false),
                    centre = table.Column<string>(type: "TEXT", nullable: true),
                    case_worker_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    contact_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_account_case_worker_id",
                        column: x => x.case_worker_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_household_account_contact_person_id",
                        column: x => x.contact_person_id,
                        principalTable: "account",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "practice_role",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_role", x => new { x.practice, x.role });
                    table.ForeignKey(
                        name: "fk_practice_role_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_practice_role_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "role_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_external = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_assignment", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_assignment_access_role_role_id",
                        column: x => x.role_id,
                        principalTable: "access_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_assignment_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_assignment_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_member",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_leader = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_member", x => new { x.unit_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_unit_member_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_unit_member_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "break_glass",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass", x => x.id);
                    table.ForeignKey(
                        name: "fk_break_glass_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_break_glass_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household_access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_access", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_access_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_ref = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    given_name = table.Column<string>(type: "TEXT", nullable: false),
                    family_name = table.Column<string>(type: "TEXT", nullable: false),
                    search_name = table.Column<string>(type: "TEXT", nullable: false),
                    birth_year = table.Column<int>(type: "INTEGER", nullable: true),
                    birth_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    needs_interpreter = table.Column<bool>(type: "INTEGER", nullable: false),
                    english = table.Column<int>(type: "INTEGER", nullable: false),
                    education = table.Column<int>(type: "INTEGER", nullable: false),
                    occupation = table.Column<string>(type: "TEXT", nullable: true),
                    had_own_business = table.Column<bool>(type: "INTEGER", nullable: false),
                    basis = table.Column<int>(type: "INTEGER", nullable: false),
                    permit_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    allocation_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    denmark_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_unaccompanied = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_protected_address = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_person_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    practice_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    law_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_practice_version_practice_version_id",
                        column: x => x.practice_version_id,
                        principalTable: "practice_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    given_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_cpr",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    is_replacement = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_cpr", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_cpr_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_language",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_language", x => new { x.person_id, x.language });
                    table.ForeignKey(
                        name: "fk_person_language_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    other_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relation", x => x.id);
                    table.ForeignKey(
                        name: "fk_relation_person_other_person_id",
                        column: x => x.other_person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_relation_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_anchor",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_anchor", x => new { x.plan_id, x.name });
                    table.ForeignKey(
                        name: "fk_plan_anchor_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    own_title = table.Column<string>(type: "TEXT", nullable: true),
                    area = table.Column<string>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    owner_role = table.Column<string>(type: "TEXT", nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    skip_reason = table.Column<string>(type: "TEXT", nullable: true),
                    not_known = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_task_asp_net_users_owner_account_id",
                        column: x => x.owner_account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_plan_task_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_task_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_plan_task_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_task_units_owner_unit_id",
                        column: x => x.owner_unit_id,
                        principalTable: "unit",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "plan_task_block",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_task_block", x => new { x.task_id, x.goal });
                    table.ForeignKey(
                        name: "fk_plan_task_block_plan_task_task_id",
                        column: x => x.task_id,
                        principalTable: "plan_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_comment", x => x.id);
                    table.ForeignKey(
                        name: "fk_task_comment_plan_task_task_id",
                        column: x => x.task_id,
                        principalTable: "plan_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    content_type = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_task_evidence_plan_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "plan_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_tick",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_tick", x => new { x.task_id, x.item });
                    table.ForeignKey(
                        name: "fk_task_tick_plan_task_task_id",
                        column: x => x.task_id,
                        principalTable: "plan_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_role_name",
                table: "access_role",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_external_subject",
                table: "account",
                column: "external_subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_job_function_id",
                table: "account",
                column: "job_function_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_partner_id",
                table: "account",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_passkey_user_id",
                table: "account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_upload_state_uploaded_at",
                table: "allocation_upload",
                columns: new[] { "state", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_household_id_seq",
                table: "audit_entry",
                columns: new[] { "household_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_person_id_seq",
                table: "audit_entry",
                columns: new[] { "person_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_account_id_household_id",
                table: "break_glass",
                columns: new[] { "account_id", "household_id" });

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_household_id",
                table: "break_glass",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feed_account_id",
                table: "calendar_feed",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feed_token_hash",
                table: "calendar_feed",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consent_person_id",
                table: "consent",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_external_role_role_id",
                table: "external_role",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_arrival_date",
                table: "household",
                column: "arrival_date");

            migrationBuilder.CreateIndex(
                name: "ix_household_case_worker_id",
                table: "household",
                column: "case_worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_contact_person_id",
                table: "household",
                column: "contact_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_reference",
                table: "household",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_household_access_account_id",
                table: "household_access",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_access_household_id_unit_id_account_id_why",
                table: "household_access",
                columns: new[] { "household_id", "unit_id", "account_id", "why" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_household_access_unit_id",
                table: "household_access",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_birth_date",
                table: "person",
                column: "birth_date");

            migrationBuilder.CreateIndex(
                name: "ix_person_case_ref",
                table: "person",
                column: "case_ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_household_id",
                table: "person",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merged_into_id",
                table: "person",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_search_name",
                table: "person",
                column: "search_name");

            migrationBuilder.CreateIndex(
                name: "ix_person_cpr_number",
                table: "person_cpr",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_person_cpr_person_id",
                table: "person_cpr",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merge_kept_person_id",
                table: "person_merge",
                column: "kept_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merge_merged_person_id",
                table: "person_merge",
                column: "merged_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_household_id_practice",
                table: "plan",
                columns: new[] { "household_id", "practice" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_practice_version_id",
                table: "plan",
                column: "practice_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_closed_at",
                table: "plan_task",
                column: "closed_at",
                filter: "state <> 0");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_closed_by_closed_at",
                table: "plan_task",
                columns: new[] { "closed_by", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_due",
                table: "plan_task",
                column: "due",
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_household_id",
                table: "plan_task",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_owner_account_id_due",
                table: "plan_task",
                columns: new[] { "owner_account_id", "due" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_owner_unit_id_due",
                table: "plan_task",
                columns: new[] { "owner_unit_id", "due" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_person_id",
                table: "plan_task",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_plan_id",
                table: "plan_task",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_block_goal",
                table: "plan_task_block",
                column: "goal");

            migrationBuilder.CreateIndex(
                name: "ix_practice_role_account_id",
                table: "practice_role",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_practice_role_unit_id",
                table: "practice_role",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_practice_version_practice_number",
                table: "practice_version",
                columns: new[] { "practice", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_relation_other_person_id",
                table: "relation",
                column: "other_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_relation_person_id_other_person_id_kind",
                table: "relation",
                columns: new[] { "person_id", "other_person_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_assignment_account_id",
                table: "role_assignment",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_assignment_role_id",
                table: "role_assignment",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_assignment_unit_id",
                table: "role_assignment",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_comment_task_id",
                table: "task_comment",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_evidence_task_id",
                table: "task_evidence",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_parent_id",
                table: "unit",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_member_account_id",
                table: "unit_member",
                column: "account_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_passkey");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "allocation_upload");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "break_glass");

            migrationBuilder.DropTable(
                name: "calendar_feed");

            migrationBuilder.DropTable(
                name: "closing_day");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "external_role");

            migrationBuilder.DropTable(
                name: "household_access");

            migrationBuilder.DropTable(
                name: "municipality");

            migrationBuilder.DropTable(
                name: "not_duplicate");

            migrationBuilder.DropTable(
                name: "person_cpr");

            migrationBuilder.DropTable(
                name: "person_language");

            migrationBuilder.DropTable(
                name: "person_merge");

            migrationBuilder.DropTable(
                name: "plan_anchor");

            migrationBuilder.DropTable(
                name: "plan_task_block");

            migrationBuilder.DropTable(
                name: "practice_role");

            migrationBuilder.DropTable(
                name: "processed_command");

            migrationBuilder.DropTable(
                name: "recent_person");

            migrationBuilder.DropTable(
                name: "relation");

            migrationBuilder.DropTable(
                name: "role_assignment");

            migrationBuilder.DropTable(
                name: "role_permission");

            migrationBuilder.DropTable(
                name: "task_comment");

            migrationBuilder.DropTable(
                name: "task_evidence");

            migrationBuilder.DropTable(
                name: "task_tick");

            migrationBuilder.DropTable(
                name: "unit_member");

            migrationBuilder.DropTable(
                name: "access_role");

            migrationBuilder.DropTable(
                name: "plan_task");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "unit");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "practice_version");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "job_function");

            migrationBuilder.DropTable(
                name: "partner_organisation");
        }
    }
}

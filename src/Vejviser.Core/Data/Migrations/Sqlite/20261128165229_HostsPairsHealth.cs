using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HostsPairsHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "outgrown_people",
                table: "housing_need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "care_district",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_district", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_time",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_time", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_time_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "room",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_trainer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    other_language = table.Column<string>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_trainer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_wish",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    smokes = table.Column<bool>(type: "INTEGER", nullable: false),
                    avoids_pets = table.Column<bool>(type: "INTEGER", nullable: false),
                    together = table.Column<int>(type: "INTEGER", nullable: false),
                    area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hosting_wish", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_hosting_wish_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hosting_wish_housing_area_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "medical_practice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    numbers = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    standing = table.Column<int>(type: "INTEGER", nullable: false),
                    standing_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_medical_practice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pair_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    practice_number = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    pairs = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hand = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "private_host",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    rooms = table.Column<int>(type: "INTEGER", nullable: false),
                    people_most = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepts_smoking = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_pets = table.Column<bool>(type: "INTEGER", nullable: false),
                    together = table.Column<int>(type: "INTEGER", nullable: false),
                    speaks = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: true),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    visit_meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    judgement = table.Column<string>(type: "TEXT", nullable: true),
                    expectations = table.Column<string>(type: "TEXT", nullable: true),
                    dwelling_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    market_rent = table.Column<int>(type: "INTEGER", nullable: true),
                    market_rent_ground = table.Column<string>(type: "TEXT", nullable: true),
                    waiting_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_private_host", x => x.id);
                    table.ForeignKey(
                        name: "fk_private_host_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_private_host_meetings_visit_meeting_id",
                        column: x => x.visit_meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "town",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    leader = table.Column<string>(type: "TEXT", nullable: true),
                    leader_phone = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_town", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "volunteer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    most = table.Column<int>(type: "INTEGER", nullable: false),
                    hours_a_month = table.Column<int>(type: "INTEGER", nullable: true),
                    has_children = table.Column<bool>(type: "INTEGER", nullable: false),
                    certificate = table.Column<int>(type: "INTEGER", nullable: false),
                    certificate_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_asp_net_users_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_volunteer_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_enquiry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late_from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_enquiry", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_enquiry_asp_net_users_asked_by",
                        column: x => x.asked_by,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_enquiry_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household_district",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_district", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_household_district_care_district_district_id",
                        column: x => x.district_id,
                        principalTable: "care_district",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_district_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_wish",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    chosen_time_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    chosen_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_wish", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_group_wish_group_time_chosen_time_id",
                        column: x => x.chosen_time_id,
                        principalTable: "group_time",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_group_wish_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_course",
                columns: table => new
                {
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    time_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trainer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hand = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_course", x => x.course_id);
                    table.ForeignKey(
                        name: "fk_group_course_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_course_group_times_time_id",
                        column: x => x.time_id,
                        principalTable: "group_time",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_group_course_group_trainers_trainer_id",
                        column: x => x.trainer_id,
                        principalTable: "group_trainer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "doctor_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    turns = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hand = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doctor_event", x => x.id);
                    table.ForeignKey(
                        name: "fk_doctor_event_medical_practices_practice_id",
                        column: x => x.practice_id,
                        principalTable: "medical_practice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_doctor_event_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person_doctor",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    left_practice_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    waits_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    needs_none = table.Column<bool>(type: "INTEGER", nullable: false),
                    chosen_practice_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    chosen_reason = table.Column<string>(type: "TEXT", nullable: true),
                    chosen_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_doctor", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_person_doctor_medical_practice_practice_id",
                        column: x => x.practice_id,
                        principalTable: "medical_practice",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_person_doctor_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_access", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_access_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_lease",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rent = table.Column<int>(type: "INTEGER", nullable: false),
                    use = table.Column<int>(type: "INTEGER", nullable: false),
                    market_rent = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_lease", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_lease_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_match",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_hand = table.Column<string>(type: "TEXT", nullable: true),
                    is_automatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    host_meets = table.Column<bool>(type: "INTEGER", nullable: true),
                    household_meets = table.Column<bool>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    host_answer = table.Column<bool>(type: "INTEGER", nullable: true),
                    household_answer = table.Column<bool>(type: "INTEGER", nullable: true),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    declined_by = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    lease_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    moved_out = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    standing_host_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    standing_household_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_match", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_match_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_host_match_leases_lease_id",
                        column: x => x.lease_id,
                        principalTable: "lease",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_host_match_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_host_match_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_host_match_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pair_wish",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    town_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_wish", x => x.plan_id);
                    table.ForeignKey(
                        name: "fk_pair_wish_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pair_wish_towns_town_id",
                        column: x => x.town_id,
                        principalTable: "town",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "pair_choice",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_choice", x => x.plan_id);
                    table.ForeignKey(
                        name: "fk_pair_choice_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pair_choice_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "volunteer_industry",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    industry = table.Column<string>(type: "TEXT", nullable: false),
                    is_network = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_industry", x => new { x.volunteer_id, x.industry, x.is_network });
                    table.ForeignKey(
                        name: "fk_volunteer_industry_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_language",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_language", x => new { x.volunteer_id, x.language });
                    table.ForeignKey(
                        name: "fk_volunteer_language_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_pair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    held_plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_place = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    by_hand = table.Column<string>(type: "TEXT", nullable: true),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    runner_up_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    price = table.Column<double>(type: "REAL", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    newcomer_yes_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    volunteer_yes_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    declined_by = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    start_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_pair", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_pair_round_round_id",
                        column: x => x.round_id,
                        principalTable: "pair_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_volunteer_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_town",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    town_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_town", x => new { x.volunteer_id, x.town_id });
                    table.ForeignKey(
                        name: "fk_volunteer_town_towns_town_id",
                        column: x => x.town_id,
                        principalTable: "town",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_town_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pair_wish_industry",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    industry = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_wish_industry", x => new { x.plan_id, x.industry });
                    table.ForeignKey(
                        name: "fk_pair_wish_industry_pair_wishes_plan_id",
                        column: x => x.plan_id,
                        principalTable: "pair_wish",
                        principalColumn: "plan_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pair_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: true),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_hours_volunteer_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "volunteer_pair",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_district_name",
                table: "care_district",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_doctor_event_person_id",
                table: "doctor_event",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_doctor_event_practice_id_kind_at",
                table: "doctor_event",
                columns: new[] { "practice_id", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_group_course_time_id",
                table: "group_course",
                column: "time_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_course_trainer_id",
                table: "group_course",
                column: "trainer_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_time_room_id",
                table: "group_time",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_wish_chosen_time_id",
                table: "group_wish",
                column: "chosen_time_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_access_link_hash",
                table: "host_access",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_lease_host_id",
                table: "host_lease",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_host_id",
                table: "host_match",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_household_id",
                table: "host_match",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_lease_id",
                table: "host_match",
                column: "lease_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_meeting_id",
                table: "host_match",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_plan_id",
                table: "host_match",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_standing_host_id",
                table: "host_match",
                column: "standing_host_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_match_standing_household_id",
                table: "host_match",
                column: "standing_household_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hosting_wish_area_id",
                table: "hosting_wish",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_district_district_id",
                table: "household_district",
                column: "district_id");

            migrationBuilder.CreateIndex(
                name: "ix_medical_practice_name",
                table: "medical_practice",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pair_choice_volunteer_id",
                table: "pair_choice",
                column: "volunteer_id");

            migrationBuilder.CreateIndex(
                name: "ix_pair_round_practice_decided_at",
                table: "pair_round",
                columns: new[] { "practice", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pair_wish_town_id",
                table: "pair_wish",
                column: "town_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_doctor_practice_id_registered_on",
                table: "person_doctor",
                columns: new[] { "practice_id", "registered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_private_host_dwelling_id",
                table: "private_host",
                column: "dwelling_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_private_host_received_at",
                table: "private_host",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_private_host_state",
                table: "private_host",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_private_host_visit_meeting_id",
                table: "private_host",
                column: "visit_meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_town_name",
                table: "town",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_account_id",
                table: "volunteer",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_partner_id",
                table: "volunteer",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_practice_name",
                table: "volunteer",
                columns: new[] { "practice", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_asked_by",
                table: "volunteer_enquiry",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_partner_id",
                table: "volunteer_enquiry",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_practice_answered_at",
                table: "volunteer_enquiry",
                columns: new[] { "practice", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_hours_pair_id",
                table: "volunteer_hours",
                column: "pair_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_held_plan_id",
                table: "volunteer_pair",
                column: "held_plan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_plan_id",
                table: "volunteer_pair",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_practice_state",
                table: "volunteer_pair",
                columns: new[] { "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_round_id",
                table: "volunteer_pair",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_volunteer_id_held_place",
                table: "volunteer_pair",
                columns: new[] { "volunteer_id", "held_place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_town_town_id",
                table: "volunteer_town",
                column: "town_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "doctor_event");

            migrationBuilder.DropTable(
                name: "group_course");

            migrationBuilder.DropTable(
                name: "group_wish");

            migrationBuilder.DropTable(
                name: "host_access");

            migrationBuilder.DropTable(
                name: "host_lease");

            migrationBuilder.DropTable(
                name: "host_match");

            migrationBuilder.DropTable(
                name: "hosting_wish");

            migrationBuilder.DropTable(
                name: "household_district");

            migrationBuilder.DropTable(
                name: "pair_choice");

            migrationBuilder.DropTable(
                name: "pair_wish_industry");

            migrationBuilder.DropTable(
                name: "person_doctor");

            migrationBuilder.DropTable(
                name: "volunteer_enquiry");

            migrationBuilder.DropTable(
                name: "volunteer_hours");

            migrationBuilder.DropTable(
                name: "volunteer_industry");

            migrationBuilder.DropTable(
                name: "volunteer_language");

            migrationBuilder.DropTable(
                name: "volunteer_town");

            migrationBuilder.DropTable(
                name: "group_trainer");

            migrationBuilder.DropTable(
                name: "group_time");

            migrationBuilder.DropTable(
                name: "private_host");

            migrationBuilder.DropTable(
                name: "care_district");

            migrationBuilder.DropTable(
                name: "pair_wish");

            migrationBuilder.DropTable(
                name: "medical_practice");

            migrationBuilder.DropTable(
                name: "volunteer_pair");

            migrationBuilder.DropTable(
                name: "town");

            migrationBuilder.DropTable(
                name: "pair_round");

            migrationBuilder.DropTable(
                name: "volunteer");

            migrationBuilder.DropColumn(
                name: "outgrown_people",
                table: "housing_need");
        }
    }
}

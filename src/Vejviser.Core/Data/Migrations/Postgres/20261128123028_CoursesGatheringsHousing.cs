using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CoursesGatheringsHousing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "answer_by",
                table: "person_question",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "logged_by",
                table: "person_question",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "meeting_id",
                table: "person_question",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "absence",
                table: "meeting_participant",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "plan_id",
                table: "meeting_participant",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "meeting_participant",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "unit_id",
                table: "meeting_participant",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "group_language",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kept_key",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "practice",
                table: "meeting",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "contact_since",
                table: "household",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allocation_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    policy_number = table.Column<int>(type: "integer", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "association_year",
                columns: table => new
                {
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    move_outs = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_association_year", x => new { x.association_id, x.year });
                    table.ForeignKey(
                        name: "fk_association_year_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coordination_point",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordination_point", x => x.id);
                    table.ForeignKey(
                        name: "fk_coordination_point_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_coordination_point_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_coordination_point_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: true),
                    practice_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    strand = table.Column<string>(type: "text", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    intake = table.Column<int>(type: "integer", nullable: false),
                    has_certificate = table.Column<bool>(type: "boolean", nullable: false),
                    attendance_least = table.Column<int>(type: "integer", nullable: false),
                    leader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    called_off_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_asp_net_users_leader_id",
                        column: x => x.leader_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_partner_organisations_operator_id",
                        column: x => x.operator_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_course_practice_version_practice_version_id",
                        column: x => x.practice_version_id,
                        principalTable: "practice_version",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "guide",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    turns_before = table.Column<int>(type: "integer", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household_contact",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "text", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_contact", x => new { x.household_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_household_contact_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_contact_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    quarter_percent = table.Column<int>(type: "integer", nullable: false),
                    extra_homes = table.Column<int>(type: "integer", nullable: false),
                    extra_to = table.Column<DateOnly>(type: "date", nullable: false),
                    activity_kroner = table.Column<int>(type: "integer", nullable: false),
                    activity_spent = table.Column<int>(type: "integer", nullable: false),
                    hotline_hours = table.Column<int>(type: "integer", nullable: false),
                    has_guarantee = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "housing_area",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    work_percent = table.Column<int>(type: "integer", nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    school_metres = table.Column<int>(type: "integer", nullable: false),
                    transport_metres = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "housing_need",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_waiting = table.Column<bool>(type: "boolean", nullable: false),
                    waiting_since = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    rooms = table.Column<int>(type: "integer", nullable: true),
                    income = table.Column<int>(type: "integer", nullable: true),
                    housing_benefit = table.Column<int>(type: "integer", nullable: false),
                    needs_access = table.Column<bool>(type: "boolean", nullable: false),
                    is_future_student = table.Column<bool>(type: "boolean", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_need", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_housing_need_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_policy",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    work_weight = table.Column<int>(type: "integer", nullable: false),
                    school_weight = table.Column<int>(type: "integer", nullable: false),
                    transport_weight = table.Column<int>(type: "integer", nullable: false),
                    youth_weight = table.Column<int>(type: "integer", nullable: false),
                    spare_room_weight = table.Column<int>(type: "integer", nullable: false),
                    waiting_weight = table.Column<int>(type: "integer", nullable: false),
                    people_per_room = table.Column<int>(type: "integer", nullable: false),
                    spare_rooms_most = table.Column<int>(type: "integer", nullable: false),
                    kept_per_adult = table.Column<int>(type: "integer", nullable: false),
                    kept_per_child = table.Column<int>(type: "integer", nullable: false),
                    most_days_ahead = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_policy", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "industry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_industry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partner_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reread_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_agreement", x => x.id);
                    table.ForeignKey(
                        name: "fk_partner_agreement_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    survey = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_reply",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survey = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_reply", x => new { x.plan_id, x.survey });
                    table.ForeignKey(
                        name: "fk_survey_reply_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "allocation_placement",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_hand = table.Column<string>(type: "text", nullable: true),
                    parts = table.Column<string>(type: "text", nullable: false),
                    runner_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    price = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_placement", x => new { x.meeting_id, x.household_id });
                    table.ForeignKey(
                        name: "fk_allocation_placement_allocation_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "allocation_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_allocation_placement_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_place",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: true),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_place", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_place_course_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_place_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_session",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    module = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_session", x => x.meeting_id);
                    table.ForeignKey(
                        name: "fk_course_session_course_course_id",
                        column: x => x.course_id,
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_session_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_session_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "guide_turn",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guide_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guide_turn", x => x.id);
                    table.ForeignKey(
                        name: "fk_guide_turn_guide_guide_id",
                        column: x => x.guide_id,
                        principalTable: "guide",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_association",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_association", x => new { x.agreement_id, x.association_id });
                    table.ForeignKey(
                        name: "fk_agreement_association_housing_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "housing_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_association_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_milestone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_milestone", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_milestone_housing_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "housing_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "estate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_integration_supporting = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estate", x => x.id);
                    table.ForeignKey(
                        name: "fk_estate_housing_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_estate_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "industry_word",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    industry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_industry_word", x => x.id);
                    table.ForeignKey(
                        name: "fk_industry_word_industry_industry_id",
                        column: x => x.industry_id,
                        principalTable: "industry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "progress_card",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    industry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    strengths = table.Column<string>(type: "text", nullable: true),
                    skills = table.Column<string>(type: "text", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    carried_to = table.Column<string>(type: "text", nullable: true),
                    carried_from = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_card", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_progress_card_industry_industry_id",
                        column: x => x.industry_id,
                        principalTable: "industry",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_progress_card_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dwelling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    rooms = table.Column<int>(type: "integer", nullable: false),
                    square_metres = table.Column<int>(type: "integer", nullable: false),
                    rent = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    is_accessible = table.Column<bool>(type: "boolean", nullable: false),
                    available_from = table.Column<DateOnly>(type: "date", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling", x => x.id);
                    table.ForeignKey(
                        name: "fk_dwelling_estates_estate_id",
                        column: x => x.estate_id,
                        principalTable: "estate",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_dwelling_housing_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reported_by = table.Column<string>(type: "text", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    municipal_owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_housing_case_asp_net_users_association_owner_id",
                        column: x => x.association_owner_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_housing_case_asp_net_users_municipal_owner_id",
                        column: x => x.municipal_owner_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_housing_case_estates_estate_id",
                        column: x => x.estate_id,
                        principalTable: "estate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "card_word",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_word", x => new { x.person_id, x.word_id });
                    table.ForeignKey(
                        name: "fk_card_word_industry_words_word_id",
                        column: x => x.word_id,
                        principalTable: "industry_word",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_card_word_progress_cards_person_id",
                        column: x => x.person_id,
                        principalTable: "progress_card",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "allocation_pin",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_pin", x => new { x.meeting_id, x.household_id });
                    table.ForeignKey(
                        name: "fk_allocation_pin_allocation_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "allocation_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_allocation_pin_dwellings_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_allocation_pin_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    rent = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    held_dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lease", x => x.id);
                    table.ForeignKey(
                        name: "fk_lease_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lease_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "nomination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_id = table.Column<Guid>(type: "uuid", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    standing_household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomination", x => x.id);
                    table.ForeignKey(
                        name: "fk_nomination_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_lease_lease_id",
                        column: x => x.lease_id,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_question_meeting_id",
                table: "person_question",
                column: "meeting_id",
                filter: "meeting_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_plan_id",
                table: "meeting_participant",
                column: "plan_id",
                filter: "plan_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_participant_unit_id_meeting_id",
                table: "meeting_participant",
                columns: new[] { "unit_id", "meeting_id" },
                unique: true,
                filter: "unit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_kept_key",
                table: "meeting",
                column: "kept_key",
                unique: true,
                filter: "kept_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_practice_day",
                table: "meeting",
                columns: new[] { "practice", "day" },
                filter: "practice IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_association_association_id",
                table: "agreement_association",
                column: "association_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_milestone_agreement_id",
                table: "agreement_milestone",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_meeting_day",
                table: "allocation_meeting",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allocation_pin_dwelling_id",
                table: "allocation_pin",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_pin_household_id",
                table: "allocation_pin",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_placement_household_id",
                table: "allocation_placement",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_card_word_word_id",
                table: "card_word",
                column: "word_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_household_id",
                table: "coordination_point",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_meeting_id",
                table: "coordination_point",
                column: "meeting_id",
                filter: "meeting_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_plan_id",
                table: "coordination_point",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_point_practice",
                table: "coordination_point",
                column: "practice",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_last_day",
                table: "course",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_course_leader_id",
                table: "course",
                column: "leader_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_operator_id",
                table: "course",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_practice",
                table: "course",
                column: "practice");

            migrationBuilder.CreateIndex(
                name: "ix_course_practice_version_id",
                table: "course",
                column: "practice_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_course_id_person_id",
                table: "course_place",
                columns: new[] { "course_id", "person_id" },
                unique: true,
                filter: "left_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_course_id_seat",
                table: "course_place",
                columns: new[] { "course_id", "seat" },
                unique: true,
                filter: "left_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_course_place_person_id",
                table: "course_place",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_session_course_id_number",
                table: "course_session",
                columns: new[] { "course_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_session_partner_id",
                table: "course_session",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_address",
                table: "dwelling",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_area_id",
                table: "dwelling",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_estate_id",
                table: "dwelling",
                column: "estate_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_is_withdrawn_kind_available_from",
                table: "dwelling",
                columns: new[] { "is_withdrawn", "kind", "available_from" });

            migrationBuilder.CreateIndex(
                name: "ix_estate_area_id",
                table: "estate",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_estate_association_id_name",
                table: "estate",
                columns: new[] { "association_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guide_name",
                table: "guide",
                column: "name",
                unique: true,
                filter: "NOT is_closed");

            migrationBuilder.CreateIndex(
                name: "ix_guide_turn_guide_id_meeting_day",
                table: "guide_turn",
                columns: new[] { "guide_id", "meeting", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guide_turn_meeting_day_number",
                table: "guide_turn",
                columns: new[] { "meeting", "day", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_household_contact_account_id",
                table: "household_contact",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_area_name",
                table: "housing_area",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_association_owner_id",
                table: "housing_case",
                column: "association_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_estate_id_reported_at",
                table: "housing_case",
                columns: new[] { "estate_id", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_municipal_owner_id",
                table: "housing_case",
                column: "municipal_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_need_waiting_since",
                table: "housing_need",
                column: "waiting_since",
                filter: "is_waiting");

            migrationBuilder.CreateIndex(
                name: "ix_industry_name",
                table: "industry",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_industry_word_industry_id_text",
                table: "industry_word",
                columns: new[] { "industry_id", "text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lease_dwelling_id",
                table: "lease",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_lease_held_dwelling_id",
                table: "lease",
                column: "held_dwelling_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lease_household_id",
                table: "lease",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_association_id_made_on",
                table: "nomination",
                columns: new[] { "association_id", "made_on" });

            migrationBuilder.CreateIndex(
                name: "ix_nomination_dwelling_id",
                table: "nomination",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_household_id",
                table: "nomination",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_lease_id",
                table: "nomination",
                column: "lease_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_standing_household_id",
                table: "nomination",
                column: "standing_household_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partner_agreement_partner_id",
                table: "partner_agreement",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_agreement_practice_partner",
                table: "partner_agreement",
                columns: new[] { "practice", "partner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_progress_card_industry_id",
                table: "progress_card",
                column: "industry_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_answer_practice_survey_month",
                table: "survey_answer",
                columns: new[] { "practice", "survey", "month" });

            migrationBuilder.AddForeignKey(
                name: "fk_meeting_participant_plans_plan_id",
                table: "meeting_participant",
                column: "plan_id",
                principalTable: "plan",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_meeting_participant_units_unit_id",
                table: "meeting_participant",
                column: "unit_id",
                principalTable: "unit",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_person_question_meeting_meeting_id",
                table: "person_question",
                column: "meeting_id",
                principalTable: "meeting",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_meeting_participant_plans_plan_id",
                table: "meeting_participant");

            migrationBuilder.DropForeignKey(
                name: "fk_meeting_participant_units_unit_id",
                table: "meeting_participant");

            migrationBuilder.DropForeignKey(
                name: "fk_person_question_meeting_meeting_id",
                table: "person_question");

            migrationBuilder.DropTable(
                name: "agreement_association");

            migrationBuilder.DropTable(
                name: "agreement_milestone");

            migrationBuilder.DropTable(
                name: "allocation_pin");

            migrationBuilder.DropTable(
                name: "allocation_placement");

            migrationBuilder.DropTable(
                name: "association_year");

            migrationBuilder.DropTable(
                name: "card_word");

            migrationBuilder.DropTable(
                name: "coordination_point");

            migrationBuilder.DropTable(
                name: "course_place");

            migrationBuilder.DropTable(
                name: "course_session");

            migrationBuilder.DropTable(
                name: "guide_turn");

            migrationBuilder.DropTable(
                name: "household_contact");

            migrationBuilder.DropTable(
                name: "housing_case");

            migrationBuilder.DropTable(
                name: "housing_need");

            migrationBuilder.DropTable(
                name: "housing_policy");

            migrationBuilder.DropTable(
                name: "nomination");

            migrationBuilder.DropTable(
                name: "partner_agreement");

            migrationBuilder.DropTable(
                name: "survey_answer");

            migrationBuilder.DropTable(
                name: "survey_reply");

            migrationBuilder.DropTable(
                name: "housing_agreement");

            migrationBuilder.DropTable(
                name: "allocation_meeting");

            migrationBuilder.DropTable(
                name: "industry_word");

            migrationBuilder.DropTable(
                name: "progress_card");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "guide");

            migrationBuilder.DropTable(
                name: "lease");

            migrationBuilder.DropTable(
                name: "industry");

            migrationBuilder.DropTable(
                name: "dwelling");

            migrationBuilder.DropTable(
                name: "estate");

            migrationBuilder.DropTable(
                name: "housing_area");

            migrationBuilder.DropIndex(
                name: "ix_person_question_meeting_id",
                table: "person_question");

            migrationBuilder.DropIndex(
                name: "ix_meeting_participant_plan_id",
                table: "meeting_participant");

            migrationBuilder.DropIndex(
                name: "ix_meeting_participant_unit_id_meeting_id",
                table: "meeting_participant");

            migrationBuilder.DropIndex(
                name: "ix_meeting_kept_key",
                table: "meeting");

            migrationBuilder.DropIndex(
                name: "ix_meeting_practice_day",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "logged_by",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "meeting_id",
                table: "person_question");

            migrationBuilder.DropColumn(
                name: "absence",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "plan_id",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "role",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "unit_id",
                table: "meeting_participant");

            migrationBuilder.DropColumn(
                name: "group_language",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "kept_key",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "practice",
                table: "meeting");

            migrationBuilder.DropColumn(
                name: "contact_since",
                table: "household");
        }
    }
}

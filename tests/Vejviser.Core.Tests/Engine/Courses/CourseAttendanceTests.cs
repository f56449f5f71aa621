using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Tests.Engine.Courses;

public sealed class CourseAttendanceTests
{
    [Theory]
    [InlineData(80, 20, true)]
    [InlineData(799, 201, false)]
    [InlineData(0, 0, false)]
    public void Suffices_AtTheLeastAndJustBelow_IsCutNotRounded(int attended, int missed, bool expected)
    {
        var course = new Course { Title = "Dansk", HasCertificate = true, AttendanceLeast = 80 };
        var noted = CourseAttendance.Of([new(attended, Attendance.Attended, null), new(missed, Attendance.NoShow, AbsenceReason.Illness)]);

        Assert.Equal(expected, noted.Suffices(course));
        Assert.False(noted.Suffices(new Course { Title = "Dansk", AttendanceLeast = 80 }));
    }

    [Fact]
    public void Of_WhatWasNotNoted_CountsNeitherWay()
    {
        var noted = CourseAttendance.Of([new(60, Attendance.Attended, null), new(60, Attendance.NotNoted, null), new(60, Attendance.NoShow, null)]);

        Assert.Equal((2, 1, 50), (noted.Held, noted.Attended, noted.Percent));
        Assert.Equal([(AbsenceReason.NotGiven, 1)], noted.Absences);
    }
}
